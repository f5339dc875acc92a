import { createServer } from 'node:net';

const listen = (port, host) =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen({ port, host }, () => {
      const taken = server.address().port;
      server.close(() => done(taken));
    });
  });

/** A port of 127.0.0.1 that nobody listens on. */
export const freePort = () => listen(0, '127.0.0.1');

/** Why nobody can listen there: 'EADDRINUSE', 'EACCES' …; undefined when it is free. */
export const portTrouble = (port, host) =>
  listen(port, host).then(
    () => undefined,
    (error) => error.code,
  );
