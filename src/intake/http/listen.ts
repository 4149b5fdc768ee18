import type { FastifyInstance, FastifyListenOptions } from 'fastify'
import type { Config } from '../settings/config.ts'
import { SettingError } from '../settings/setting-error.ts'

type Place = Pick<Config, 'port' | 'host'>

/** The first descriptor that systemd hands over (sd_listen_fds(3), SD_LISTEN_FDS_START). */
const HANDED_OVER = 3

/**
 * The socket that systemd holds open for us, or null: it takes callers in while one release ends and the next starts.
 * @param pid the variables are for this process alone; one that it starts inherits nothing of use
 */
export function socketHandedOver(
  env: Readonly<Record<string, string | undefined>>,
  pid: number,
): number | null {
  return env['LISTEN_PID'] === String(pid) && env['LISTEN_FDS'] === '1' ? HANDED_OVER : null
}

/** Listens. @throws SettingError naming PORT or HOST where the machine does not let us. */
export async function listen(app: FastifyInstance, { port, host }: Place): Promise<void> {
  const fd = socketHandedOver(process.env, process.pid)
  // Fastify hands what it does not know on to Node's own `listen`, which takes a descriptor.
  const at: FastifyListenOptions & { readonly fd?: number } = fd === null ? { port, host } : { fd, host }
  try {
    await app.listen(at)
  } catch (cause) {
    throw whyNotListening(cause, { port, host })
  }
}

/**
 * What an error of `listen` says of our settings, as a SettingError; the error itself when it is none of theirs.
 * @param setting which of them says the port
 */
export function whyNotListening(
  cause: unknown,
  { port, host }: Place,
  setting: 'PORT' | 'METRICS_PORT' = 'PORT',
): Error {
  const error = cause instanceof Error ? cause : new Error('it does not listen', { cause })
  switch ('code' in error ? error.code : '') {
    case 'EADDRINUSE':
      return new SettingError(
        setting,
        `is ${port}, where another program already listens: end that one, or set another ${setting}`,
        { cause },
      )
    case 'EACCES':
    case 'EPERM':
      return new SettingError(setting, `is ${port}, where this program may not listen: set one above 1023`, {
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
