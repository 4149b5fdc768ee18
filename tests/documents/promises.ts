/** A test that holds a promise: its file below `tests/`, and words of its title. */
export type Held = readonly [file: string, title: string]

const thread = (title: string): Held => ['core/sealing/thread.test.ts', title]
const tried = (title: string): Held => ['core/sealing/thread-tried.test.ts', title]
const envelope = (title: string): Held => ['core/sealing/envelope.test.ts', title]
const seal = (title: string): Held => ['core/sealing/seal.test.ts', title]
const staff = (title: string): Held => ['core/sealing/staff.test.ts', title]
const recipients = (title: string): Held => ['core/sealing/recipients.test.ts', title]
const code = (title: string): Held => ['core/sealing/return-code.test.ts', title]
const derive = (title: string): Held => ['core/sealing/derive.test.ts', title]
const headers: Held = [
  'intake/http/pages.test.ts',
  'a page may run our scripts and its own styles, and nothing else',
]
const elsewhere: Held = [
  'intake/http/staff-session.test.ts',
  'a page from elsewhere can neither sign in nor change anything',
]
const nothingFine: Held = ['journeys/sentinel.spec.ts', 'has no address and no time finer than a day']
const nothingRead: Held = [
  'journeys/replies-trust.spec.ts',
  'neither wire nor files nor log hold what is written',
]
const fromHere: Held = ['journeys/everyone.spec.ts', 'nothing on a page asks another host for anything']
const oneLength = seal('has 10,240 bytes up to its room for %i keys, then refuses')
const notByCode = tried('takes nothing for the team’s that its key did not sign, whoever has the code')
const byRoute = tried('takes nothing for one side’s that came by the other side’s route')
const onlyOurs: Held = ['inbox/session/team-keys.test.ts', 'only those that stand in the build']

/** By the words of the column "what stops them". */
export const threatModel: Readonly<Record<string, readonly Held[]>> = {
  'nothing is kept without being asked': [
    ['journeys/storage.spec.ts', 'after sending only a sealed receipt is left until the code is saved'],
    ['journeys/storage.spec.ts', 'after 20 minutes untouched the answers are gone'],
  ],
  'titles and icon are neutral': [
    ['journeys/everyone.spec.ts', 'titles name neither substances nor treatment'],
  ],
  'one address for all steps': [['journeys/road.spec.ts', 'no answer stands in the history']],
  'leaving with one tap, and Back brings nothing back': [
    ['journeys/leave.spec.ts', 'eight presses bring nothing back'],
  ],
  'answers need the code, which lies encrypted in the tab until it is saved, 20 minutes at most (decision 0014)':
    [nothingRead, ['journeys/receipt.spec.ts', 'come back to the receipt; a saved code does not']],
  TLS: [['intake/http/staff-session.test.ts', 'on https the session cookie is Secure']],
  'everything sealed has one length': [oneLength],
  'no third party': [fromHere],
  'only sealed content': [nothingRead],
  'random keys': [
    ['intake/store/contract-erasure.ts', 'is no time finer than a day, no address, no order of arrival'],
  ],
  'days, not times': [nothingFine],
  "the token's SHA-256 and not the token": [nothingRead],
  'no addresses': [nothingFine],
  'it holds no key that opens or signs anything': [
    ['commands/keys.test.ts', 'a new team: public keys for all, secret ones for their owner'],
  ],
  'no log of calls': [
    ['intake/http/log.test.ts', 'no byte, address, agent, header, id or token of any call gets into the log'],
  ],
  "`SameSite=Strict`, `Origin` compared with a setting, JSON only, `frame-ancestors 'none'`, no CORS": [
    elsewhere,
    headers,
  ],
  "`default-src 'none'`, `script-src 'self'`, Trusted Types with one policy, no inline script, no foreign host, `connect-src 'self'`":
    [headers, fromHere],
  '95 random bits': [code('is new each time and uses all symbols evenly')],
  limits: [['intake/http/limits.test.ts', 'guessing at mailboxes soon costs work']],
  'the same answer for unknown and mistyped': [
    ['intake/http/mailbox.test.ts', 'no token, a mistyped one and an unknown one get the same answer'],
  ],
  'a code signs nothing as the team, and what it can do is said beside it': [notByCode],
  "staff's messages are signed with the team's key, which no code and no server holds": [notByCode],
  "HMAC on the citizen's side": [tried('knows a forged message, whatever was changed')],
  "the phone takes nothing for staff's that came by the citizen's route": [byRoute],
  'gaps are shown': [tried('shows a message that was held back')],
  'limits, proofs of work, dearer under load': [
    ['intake/http/limits.test.ts', 'proofs get dearer under pressure, up to what a poor phone can still do'],
  ],
  'two talks and 500 messages a mailbox': [
    ['intake/store/contract-bookings.ts', 'gives a young person two talks in all'],
    ['intake/store/contract-requests.ts', 'takes 500 messages and no more'],
  ],
  'each booking costs': [['intake/http/limits.test.ts', 'a booking always costs a proof']],
  'staff cancel what does not open in one act': [
    ['journeys/inbox-times.spec.ts', 'bookings whose request does not open are called off together'],
  ],
  "the signed statement names the inbox's origin": [staff('is refused at another origin')],
  'nonces work once, for two minutes': [
    ['intake/http/staff-session.test.ts', 'the same sign-in a second time is refused'],
  ],
  "six words open only the key that lies in the member's own browser": [
    ['core/sealing/locked-key.test.ts', 'is opened by them, and by nothing else'],
  ],
  'the desk locks after 10 minutes untouched, forgets its keys and ends the session of its browser (decision 0061)':
    [
      ['inbox/session/use-idle.test.tsx', 'ten minutes without key or touch lock the desk'],
      ['inbox/desk/leaves-no-session.test.tsx', 'who locks their desk ends its session'],
      ['intake/http/staff-session.test.ts', 'a desk that is locked ends the session of its browser'],
    ],
  'a key that is kept in the browser is locked with six words that the app made, 84 random bits, and for those who want it with a passkey too, which asks for fingerprint, face or PIN each time':
    [
      ['inbox/session/sign-in.test.tsx', 'a key is kept only under six words that the app made'],
      ['core/sealing/locked-key.test.ts', 'are six, of 128 different short nouns'],
      ['inbox/session/passkey.test.tsx', 'a key under a passkey opens with it again'],
      ['inbox/session/passkey.test.tsx', 'on the page "Team" a member makes a passkey'],
    ],
  "a passkey answers to the inbox's host name and no other": [
    ['journeys/passkey.spec.ts', 'a newcomer locks the key with a passkey'],
  ],
  'the inbox takes only team keys that stand in the build': [onlyOurs],
  'the phone believes only signing keys that stand in the build': [notByCode],
  'nothing the server names is ever sealed to': [
    ['journeys/offline.spec.ts', 'keys of another house are told'],
  ],
  'the next team key is wrapped only to members whom the signed list names': [
    ['commands/keys.test.ts', 'keys.json that somebody else has written on gives no next key away'],
    ['core/sealing/team.test.ts', 'cannot add anybody, nor make anybody leader'],
    ['inbox/team/changes.test.ts', 'whom the intake alone names is never wrapped to'],
  ],
  'whom the database alone names cannot sign in': [
    ['intake/http/team.test.ts', 'whom the database alone names cannot sign in'],
  ],
  'a list that was cut or forked is told by a browser that saw it': [
    ['inbox/team/changes.test.ts', 'is told by a browser that saw it before'],
  ],
  'leaders sign the keys of each epoch': [
    ['core/sealing/team.test.ts', 'cannot be put in or changed by whoever runs the intake'],
    ['commands/keys.test.ts', 'what leaders have not signed is no keys file of theirs'],
  ],
  'two people compare six words before a newcomer gets a key': [
    ['core/sealing/team.test.ts', 'are six, the same for both, and others for any other key'],
    ['journeys/team.spec.ts', 'keys made in their own browser and six words compared'],
  ],
  'taken out of the list: no sign-in, sessions end in the same act': [
    ['intake/http/team.test.ts', 'and removes them, who is out at once'],
    ['intake/store/contract-team.ts', 'leaves a removed member no session'],
  ],
  'a new epoch for what comes after': [
    ['commands/keys.test.ts', 'who is removed is out, and the next epoch is not theirs'],
  ],
  'what they sign counts for 7 days more, and only if the intake lets it in': [
    tried('takes what an epoch signed that has ended only as long as its day'),
    byRoute,
  ],
  'the intake cannot hand out what it cannot read, nor addresses it does not keep': [
    nothingRead,
    nothingFine,
  ],
  'hybrid recipients (ML-KEM-768 with X25519)': [
    seal('shows an age file with one post-quantum stanza for each key and no other'),
  ],
  'classic ones are refused': [recipients('are refused when one is classic, first or second')],
}

/** By heading and number. */
export const encryption: Readonly<Record<string, readonly Held[]>> = {
  'Sealing a request 1': [
    recipients('are refused when one is classic, first or second'),
    recipients('is what sha256sum says of a file with these lines'),
    ['commands/second-municipality.test.ts', 'the fingerprint that stands in build.json'],
  ],
  'Sealing a request 2': [
    code('finds every single wrong symbol, at every place'),
    code('finds every swap of two'),
  ],
  'Sealing a request 3': [derive('gives the pinned keys'), derive('gives the keys that another HKDF gives')],
  'Sealing a request 4': [envelope('is refused with %s, before sealing and after')],
  'Sealing a request 5': [
    oneLength,
    envelope('fits with every field as long as it may be, whatever is written'),
  ],
  'Sealing a request 6': [seal('shows nothing of the text and never gives the same bytes twice')],
  'Sealing a request 7': [envelope('from long ago still opens with either key')],
  'Opening 1': [seal('is refused unread when the length is not ours')],
  'Opening 2': [seal('cannot be told from a file for others when it is the own stanza')],
  'Opening 3': [seal('is never opened, wherever a bit is turned')],
  'Opening 4': [envelope('is not taken for another one')],
  'A thread 1': [thread('takes the longest message whatever is in it, and refuses a longer one')],
  'A thread 2': [thread('holds no confirmation, link or signature of the citizen’s')],
  'A thread 3': [
    thread('comes in the order it was written, however it is stored'),
    thread('stays whole when both sides'),
  ],
  'A thread 4': [thread('has the MACs, the signature and the chain that Node computes')],
  'A thread 5': [thread('has the MACs, the signature and the chain that Node computes')],
  'A thread 6': [notByCode],
  'A thread 7': [
    thread('names its author to colleagues, and to nobody with another key'),
    ['inbox/model/reply.test.ts', 'sees who answered only when the member wishes it'],
    ['app/replies/message-list.test.tsx', 'beside it only where that was wished'],
  ],
  'A thread 8': [thread('has the MACs, the signature and the chain that Node computes')],
  'A thread 9': [
    ['intake/store/contract-desk.ts', 'keeps by which route a message came, and shows it to both sides'],
    byRoute,
  ],
  'A thread 10': [
    tried('tells what cannot be read apart, and still shows the rest'),
    ['inbox/hostile.test.tsx', 'no field of anything sealed stops the desk'],
  ],
  'Staff 1': [staff('is read as it was written')],
  'Staff 2': [staff('is an age identity file inside'), onlyOurs],
  'Staff 4': [
    ['core/sealing/locked-key.test.ts', 'is an age file with one scrypt stanza, as the age program opens it'],
  ],
  'Staff 5': [
    ['core/sealing/team.test.ts', 'cannot change one letter of any entry'],
    ['core/sealing/team.test.ts', 'cannot bring back who was removed, by an older list or another ending'],
    ['intake/http/team.test.ts', 'whom the database alone names cannot sign in'],
  ],
  'Staff 6': [
    ['core/sealing/team.test.ts', 'are six, the same for both, and others for any other key'],
    ['intake/http/team.test.ts', 'an invitation takes the keys that a newcomer made, once'],
  ],
  'Staff 7': [
    ['core/sealing/team.test.ts', 'let whoever has the recovery key begin again, and nobody who has another'],
    ['journeys/recovery.spec.ts', 'a new leader begins on an empty machine'],
  ],
  'Staff 3': [
    staff('is refused with a key of small order, which signs anything'),
    staff('is refused at another origin'),
  ],
}

const update = (title: string): Held => ['journeys/update.spec.ts', title]
const log = (title: string): Held => ['intake/http/log.test.ts', title]
const otherBuild = (title: string): Held => ['commands/second-municipality.test.ts', title]

/** What narrows the trust of the first visit: each point by its first clause. */
export const firstVisit: Readonly<Record<string, readonly Held[]>> = {
  'The recipients are built into the pages': [
    ['journeys/offline.spec.ts', 'keys of another house are told'],
    ['intake/http/config.test.ts', 'pages built for other recipients stop the start'],
  ],
  'After the first visit the service worker serves the pages it has': [
    update('a new release is announced and taken only when the person says so'),
  ],
  '`build.json` lists the hash of every file': [
    ['commands/server/site-compared.test.ts', 'a script that is changed on the inbox host alone is seen'],
    ['drills/release.ts', 'the same bytes twice'],
  ],
  'The fingerprint stands on the privacy page': [
    otherBuild('the fingerprint that stands in build.json, before any script runs'),
  ],
  'The service worker keeps only files whose hash it was built with': [
    update('a release of which one file is not the built one is not taken'),
    otherBuild('gives the worker the hash of every file it keeps'),
  ],
  'No third party serves anything': [fromHere],
}

/** What is known and left, where it says how far it goes. */
export const left: Readonly<Record<string, readonly Held[]>> = {
  'Who of the staff read something': [
    ['intake/http/audit.test.ts', 'every call of a member that changes something leaves its line'],
    ['core/audit.test.ts', 'a line left out, put in, or swapped is named'],
  ],
  'That a young person missed a talk': [
    ['inbox/model/notes.test.ts', 'the intake is told of a missed talk of a young person only'],
    ['intake/store/missed.test.ts', 'where the municipality counts a missed talk, it counts'],
  ],
  'A mail to members': [
    ['intake/jobs/notices/notifying.test.ts', 'how many wait and the nearest limit, and nothing else'],
  ],
  'A calendar address': [
    ['core/sealing/calendar-token.test.ts', 'HKDF of their own key'],
    [
      'intake/http/calendar-feed.test.ts',
      'a member puts their feed at a new address: the old one ends at once',
    ],
    [
      'intake/http/calendar-feed.test.ts',
      'the calendar feed tells when, to the holder of its address, and nothing else',
    ],
  ],
  'A made-up name': [
    [
      'app/request/new-alias.test.ts',
      'drawn by chance alone: nothing is asked, and nothing else enters into it',
    ],
    ['core/request/request.test.ts', 'is one of 52,992: each of its things with each other'],
    ['inbox/model/namesakes.test.ts', 'who have the same made-up name are told apart by their references'],
  ],
  'A CPR number': [
    envelope('is refused with a CPR number for a name, a made-up name or a language'),
    ['core/request/request.test.ts', 'finds a CPR number in every free text'],
  ],
  'Junk can be sealed by anybody': [['inbox/hostile.test.tsx', 'no field of anything sealed stops the desk']],
}

/** What the intake keeps of a call, by the first column. */
export const kept: Readonly<Record<string, readonly Held[]>> = {
  address: [['intake/http/limits.test.ts', 'the name of a caller is not the address and changes each day']],
  'browser, headers': [log('no byte, address, agent, header, id or token of any call gets into the log')],
  time: [nothingFine],
  path: [log('answers are counted and written when the day is over, in no order of arrival')],
  'mailbox token': [nothingRead],
  'what went wrong': [log('of an error its name, code and our own places are told')],
}

/** What stands in encryption.md beside its numbers: paragraphs by what is bold in them, and the list of what is checked. */
export const beside: Readonly<Record<string, readonly Held[]>> = {
  'note between colleagues': [
    ['core/sealing/note.test.ts', 'who has only the public key cannot write as a colleague'],
    ['core/sealing/note.test.ts', 'a note is read by colleagues, with its writer and time'],
  ],
  'Templates for replies': [
    [
      'core/sealing/templates.test.ts',
      'what was changed after it was signed, or is of another form, opens as none',
    ],
    ['inbox/templates/believe.test.ts', 'a member, a stranger, and whoever signed in place of somebody'],
  ],
  'desk locks': [
    [
      'inbox/half-written.test.tsx',
      'is there when the desk has locked itself and the same member unlocks it',
    ],
    [
      'inbox/half-written.test.tsx',
      'of two who leave the desk open in turn, each has their own again, a chosen state too',
    ],
  ],
  'Pinned vectors (`tests/vectors`)': [
    derive('gives the keys that another HKDF gives'),
    envelope('from long ago still opens with either key'),
    thread('has the MACs, the signature and the chain that Node computes'),
  ],
  "All of the age format's own test vectors (npm `cctv-age`)": [
    ['core/sealing/age-vectors.test.ts', 'is given all the vectors there are'],
  ],
  "Our files are opened by the library's plain `Decrypter`": [seal('gives the padded JSON')],
  'Bits turned': [
    seal('is never opened, wherever a bit is turned'),
    tried('knows a forged message, whatever was changed'),
    tried('shows a message that was held back'),
  ],
}
