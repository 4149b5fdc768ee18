/** What can be wrong with a database, each with the sentence that the operator reads. None quotes data. */
const SENTENCES = {
  DATABASE_AWAY:
    'the database does not answer or has ended the connection: is it running, and is the way to it open?',
  DATABASE_BUSY: 'another program holds the database: a backup or a second intake that does not let go',
  DATABASE_READ_ONLY:
    'the database takes nothing in: DATABASE_URL leads to a standby, or the file may only be read',
  DISK_FULL: 'the disk is full: nothing is accepted until there is room again; no restart is needed',
  DATABASE_DAMAGED:
    'the database is damaged: stop, keep the files, and put back the last backup (docs/operations.md)',
  MIX_CUT_OFF: 'the last rewriting of the files was cut off; it is done again now',
  DISK_BROKEN: 'the disk does not read or write as it should: look at the system’s own log, then restart',
} as const

export type FaultCode = keyof typeof SENTENCES

/** A database that could not do what was asked, and took nothing in. The message is a sentence, free of data. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
  readonly code: FaultCode

  constructor(code: FaultCode, options?: ErrorOptions) {
    super(SENTENCES[code], options)
    this.code = code
  }
}

/** An error of a database as a `StoreFault`; any other (a fault of ours, an `Undo`) as it is. */
export function faultOf(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof StoreFault) return cause
  const code = ofSqlite(cause) ?? ofPostgres(cause)
  return code === undefined ? cause : new StoreFault(code, { cause })
}

/** SQLite's primary result codes (sqlite.org/rescode.html); the upper bits only say where. */
function ofSqlite(cause: Error): FaultCode | undefined {
  if (!('errcode' in cause) || typeof cause.errcode !== 'number') return undefined
  switch (cause.errcode & 0xff) {
    case 5:
    case 6:
      return 'DATABASE_BUSY'
    case 3:
    case 8:
    case 14:
      return 'DATABASE_READ_ONLY'
    case 10:
      return 'DISK_BROKEN'
    case 11:
    case 26:
      return 'DATABASE_DAMAGED'
    case 13:
      return 'DISK_FULL'
    default:
      return undefined
  }
}

/** SQLSTATE (PostgreSQL, appendix A), the system's names for a line that does not lead there, and the driver's words. */
function ofPostgres(cause: Error): FaultCode | undefined {
  const code = 'code' in cause ? String(cause.code) : ''
  if (code === '25006') return 'DATABASE_READ_ONLY'
  if (code === '53100') return 'DISK_FULL'
  if (/^XX00[12]$/.test(code)) return 'DATABASE_DAMAGED'
  if (code === '58030') return 'DISK_BROKEN'
  if (['55P03', '57014', '40001', '40P01'].includes(code)) return 'DATABASE_BUSY'
  if (/^(08|53|57P)/.test(code)) return 'DATABASE_AWAY'
  if (/^(ECONN\w+|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|DATABASE_HANGS)$/.test(code))
    return 'DATABASE_AWAY'
  return /^(Connection terminated|timeout exceeded|Client has encountered a connection error|Client was closed)/.test(
    cause.message,
  )
    ? 'DATABASE_AWAY'
    : undefined
}
