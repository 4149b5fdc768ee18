import { SettingError } from './setting-error.ts'

/** The mail server that takes the notices to members. */
export type Smtp = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS, without which nothing is sent unless the server is this machine. */
  readonly tls: boolean
  readonly isHere: boolean
  readonly login: { readonly user: string; readonly pass: string } | null
}

const HERE = ['localhost', '127.0.0.1', '[::1]']

/**
 * Reads `smtp://user:password@host:587` or `smtps://user:password@host:465`. The sentence never quotes the address, which
 * holds a password.
 *
 * @throws SettingError naming SMTP_URL
 */
export function readSmtp(text: string): Smtp {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new SettingError('SMTP_URL', 'must be like smtp://user:password@mail.example.dk:587')
  }
  if (url.search !== '' || url.hash !== '' || !/^\/?$/.test(url.pathname)) {
    throw new SettingError('SMTP_URL', 'must end after the port')
  }
  if ((url.username === '') !== (url.password === '')) {
    throw new SettingError('SMTP_URL', 'must have both a user and a password, or neither')
  }
  const tls = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (tls ? 465 : 587) : Number(url.port),
    tls,
    isHere: HERE.includes(url.hostname),
    login:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  }
}
