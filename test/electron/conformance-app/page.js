/** The page: keeps the ports that come to it, and makes trouble where preloads must not notice. */
window.fromPage = 1;
window.ports = {};
Array.prototype.fromPage = 1;
window.addEventListener('message', event => {
  if (event.source === window && event.data.port !== undefined)
    window.ports[event.data.port] = event.ports[0];
});
