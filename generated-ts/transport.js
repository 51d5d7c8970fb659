// Client of AppServerProtocol, generated with its types. Do not edit.
// The interface between a client and what carries its messages. It consists of types alone.
export {};
