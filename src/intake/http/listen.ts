import type { FastifyInstance } from 'fastify'
import type { Config } from '../settings/config.ts'
import { SettingError } from '../settings/setting-error.ts'

type Place = Pick<Config, 'port' | 'host'>

/** Listens. @throws SettingError naming PORT or HOST where the machine does not let us. */
export async function listen(app: FastifyInstance, { port, host }: Place): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (cause) {
    throw whyNotListening(cause, { port, host })
  }
}

/** What an error of `listen` says of our settings, as a SettingError; the error itself when it is none of theirs. */
export function whyNotListening(cause: unknown, { port, host }: Place): Error {
  const error = cause instanceof Error ? cause : new Error('it does not listen', { cause })
  switch ('code' in error ? error.code : '') {
    case 'EADDRINUSE':
      return new SettingError(
        'PORT',
        `is ${port}, where another program already listens: end that one, or set another PORT`,
        { cause },
      )
    case 'EACCES':
    case 'EPERM':
      return new SettingError('PORT', `is ${port}, where this program may not listen: set one above 1023`, {
        cause,
      })
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return new SettingError('HOST', `is ${host}, which is no address of this machine`, { cause })
    default:
      return error
  }
}
