/** A utility process: takes a port and answers on it. */
process.parentPort.on('message', ({ data, ports: [port] }) => {
  process.parentPort.postMessage(`${data}: ${port === undefined ? 'no port' : 'a port'}`);
  port?.on('message', event => port.postMessage(`${event.data} answered`));
  port?.start();
});
