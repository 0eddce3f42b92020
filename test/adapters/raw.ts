import { connect, type Socket } from 'node:net';

/** Sends these bytes to a server on this machine, does more with the connection, and gives what comes until it is closed. */
export const raw = (origin: string, text: string, then: (socket: Socket) => void = () => undefined): Promise<string> =>
  new Promise((resolve) => {
    let came = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.setEncoding('latin1').on('data', (part: string) => (came += part));
    socket.on('error', () => undefined).once('close', () => resolve(came));
    socket.write(text);
    then(socket);
  });
