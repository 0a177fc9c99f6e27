// SockJS's client was written for bundlers that knew this name; it is imported before it.
Object.assign(globalThis, { global: globalThis });

export {};
