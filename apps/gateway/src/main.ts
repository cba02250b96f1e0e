import { readEnvironment, type Environment } from './environment.js'
import { startGateway, type Gateway } from './gateway.js'
import { createLog, type Log } from './log.js'
import { StartError } from './start-error.js'

// The process: environment in, gateway up, signals, exit status.

function start(environment: Environment, log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => log.fatal({ err: error }, 'The gateway fails'))
  const starting = startGateway({ ...environment, log })
  starting.catch((error: unknown) => fail(error, (message, details) => log.fatal(details, message)))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(starting, signal, log))
}

async function stop(starting: Promise<Gateway>, signal: string, log: Log): Promise<void> {
  log.info({ signal }, 'Stopping: finishing the requests under way')
  try {
    const gateway = await starting
    await gateway.close()
    log.info('Stopped')
  } catch (error) {
    fail(error, (message, details) => log.error(details, message))
  }
}

function fail(error: unknown, tell: (message: string, details: object) => void): void {
  process.exitCode = 1
  if (error instanceof StartError) tell(error.message, {})
  else tell('The gateway cannot start', { err: error })
}

try {
  const environment = readEnvironment(process.env, process.stdout.isTTY)
  start(environment, createLog(environment))
} catch (error) {
  fail(error, (message, details) => console.error(message, 'err' in details ? details.err : ''))
}
