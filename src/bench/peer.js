// The peer on Node: what is posted goes to every socket with ws's own send, as its documentation does it.
'use strict';
const http = require('http');
const { WebSocketServer } = require('ws');

let state = null;
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    state = Buffer.concat(parts);
    for (const socket of sockets.clients) {
      socket.send(state, { binary: false });
    }
    response.writeHead(201).end();
  });
});
server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, screen => {
  if (state) {
    screen.send(state, { binary: false });
  }
}));
server.listen(Number(process.argv[2]), '127.0.0.1', 4096);
