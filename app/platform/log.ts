// Log of the server: one JSON line per event, on standard output.
import { pino } from 'pino';

export const log = pino({ level: process.env['PREAU_LOG'] ?? 'warn' });
