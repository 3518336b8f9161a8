/** Answers on the port that it is given, whatever the page does meanwhile. */
addEventListener('message', ({ ports: [port] }) => {
  port.onmessage = ({ data }) => port.postMessage(`${data} answered`);
  postMessage('ready');
});
