// A server over WebSockets for tests, on a port of its own: it answers a request with its params.
import { once } from "node:events";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

/**
 * Starts a server.
 *
 * @param {(socket: import("ws").WebSocket, message: any) => void} [react] called with every message that is no request
 * for `thread/start`, which it answers itself
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} [serve]
 */
export async function socketServer(react = () => {}, serve) {
  const http = createServer(serve);
  const sockets = new WebSocketServer({ server: http, handleProtocols: (offered) => [...offered][0] ?? false });
  sockets.on("connection", (socket) => {
    socket.on("error", () => {});
    socket.on("message", (data) => {
      const message = JSON.parse(String(data));
      if (message.method === "thread/start") {
        socket.send(JSON.stringify({ id: message.id, result: message.params }));
      } else {
        react(socket, message);
      }
    });
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address();
  return {
    port,
    url: `ws://127.0.0.1:${port}`,
    sockets,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
}
