// The interface between a client and what carries its messages. It consists of types alone.
export {};
