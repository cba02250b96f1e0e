import { pino, type Logger } from 'pino'
import pretty from 'pino-pretty'
import type { Environment } from './environment.js'

export type Log = Logger

/** Structured log on standard output: one JSON object a line, or readable lines at a terminal. */
export function createLog({ logLevel, logFormat }: Pick<Environment, 'logLevel' | 'logFormat'>): Log {
  const options = {
    level: logLevel,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    base: { pid: process.pid },
  }
  if (logFormat === 'pretty')
    return pino(options, pretty({ sync: true, ignore: 'pid', singleLine: true, translateTime: 'SYS:HH:MM:ss' }))
  return pino(options)
}
