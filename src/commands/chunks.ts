import type { InlineConfig } from 'vite'
import { under, type ChunkGroup } from './chunk-groups.ts'

type RolldownOptions = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>

/**
 * How the citizen's script is cut into files, so that a poor phone asks for few and only for what it needs: `early` comes
 * with every page, `base` is what the first question of every interactive page is made of; `i18n` says what comes later, `kept` keeps
 * drafts and messages and knows what may be typed, `keeping` tells of them there, `sending` holds the schemas and what speaks to the
 * intake, `near` is what a reader comes near to on the way, `typed` what a code or a name is typed into, `shared` what more than one
 * page needs later; each of these pages, what comes after its first questions, its copy, sealing, which the page and its worker
 * share, and the look-out for a crisis are files of their own (src/app/parts.ts). Of these the worker runs `sealing`, `sending`,
 * `kept` and `early`: they must load where there is no document.
 */
export const groups: readonly ChunkGroup[] = [
  {
    name: 'early',
    priority: 3,
    of: [
      'vite/preload-helper',
      'src/client/fetch-with',
      'virtual:copy',
      ...under(
        'src/app/',
        'phone',
        'routes',
        'parts',
        'today',
        'built-on',
        'later.ts',
        'whole-style',
        'draft/laid',
      ),
      'src/app/copy/whole-words',
      ...under('src/app/', 'request/later.ts', 'check/later.ts', 'draft/later.ts', 'replies/later.ts'),
      ...under('src/app/', 'signs/answer', 'leave/neutral', 'leave/on-leave', 'islands/taken-over'),
      ...under('src/app/offline/', 'install.', 'unsaved.'),
      '/language.json',
      ...under('core/', 'calendar/days', 'languages', 'facts/status', 'facts/who'),
    ],
    but: [
      'virtual:copy/',
      ...under(
        'src/app/phone/',
        'cache-storage',
        'clipboard',
        'hand-over',
        'print',
        'segmenter',
        'stay',
        'uuid',
        'worker',
      ),
    ],
  },
  {
    name: 'sending',
    priority: 2,
    of: [
      'node_modules/zod/',
      'core/contract/',
      'src/client/prove',
      ...under('src/app/outbox/', 'send', 'decide'),
    ],
    but: ['core/contract/calls'],
  },
  {
    name: 'kept',
    priority: 2,
    of: [
      'node_modules/idb/',
      'core/contract/calls',
      ...under('core/request/', 'cpr.', 'phone.', 'plain.', 'typed.'),
      ...under('src/client/', 'beside', 'exchange', 'proof/index', 'proof/worker.ts?', 'trusted-types'),
      ...under(
        'src/app/',
        'proof',
        'sealing/beside',
        'sealing/worker-address',
        'phone/stay',
        'phone/uuid',
        'phone/worker',
      ),
      ...under('src/app/', 'trusted-types', 'outbox/', 'kept', 'build-info', 'draft/draft', 'offline/update'),
    ],
    but: under('src/app/outbox/', 'send', 'decide'),
  },
  {
    name: 'keeping',
    priority: 2,
    of: [
      ...under('src/ui/', 'ask-before.', 'confirm.'),
      'core/calendar/times',
      ...under('src/app/', 'ask-day', 'idle', 'slots/fetch'),
      ...under('src/app/draft/', 'keeping.', 'put-away.', 'soon.', 'use-kept-draft.'),
      ...under('src/app/offline/', 'fetch', 'kept', 'notices', 'outbox', 'use-standings', 'withdrawn'),
    ],
  },
  {
    name: 'sealing',
    priority: 1,
    of: [
      ...under('node_modules/', 'age-encryption/', '@noble/', '@scure/'),
      'core/sealing/',
      ...under('core/request/', 'fields', 'request.', 'to-request'),
      'src/app/sealing/crafts',
    ],
    but: ['core/sealing/return-code'],
  },
  {
    name: 'i18n',
    priority: 2,
    of: ['node_modules/i18next/', 'src/app/copy/i18n'],
  },
  {
    name: 'near',
    priority: 2,
    of: [
      ...under('src/app/', 'signs/signs', 'told.'),
      ...under('src/app/pages/shared/', 'short-answers.', 'words.', 'methods.'),
    ],
  },
  {
    name: 'check',
    priority: 2,
    of: [
      ...under('src/app/check/', 'check.', 'fields.', 'steps.', 'use-check-step.'),
      ...under('src/app/check/', 'result/call-now.', 'result/who-asks.'),
      ...under('src/app/check/screens/', 'screens.', 'parts.', 'who.'),
      ...under('core/eligibility/', 'certain', 'questions'),
    ],
  },
  {
    name: 'typed',
    priority: 2,
    of: ['src/ui/text-field.', 'core/sealing/return-code'],
  },
  {
    name: 'shared',
    priority: 2,
    of: [
      ...under('src/ui/', 'code-display.', 'doors.', 'drawing.', 'summary-list.', 'thread.'),
      ...under('src/ui/', 'time-picker.', 'waiting.', 'way.'),
      ...under('src/app/', 'crisis/crisis-card', 'flow/use-in-turn', 'slots/slot-picker'),
      ...under('src/app/phone/', 'hand-over', 'print'),
      ...under('core/', 'calendar/ics', 'request/alias', 'request/check.'),
    ],
  },
  {
    name: 'base',
    priority: 1,
    of: [
      'virtual:municipality',
      ...under('node_modules/', 'preact/', 'preact-router/'),
      'src/ui/',
      ...under('core/', 'facts/', 'calendar', 'request/'),
      ...under('core/eligibility/', 'age-band', 'limits'),
      ...under(
        'src/app/',
        'at-door',
        'call-text',
        'check/door',
        'citizen',
        'coming',
        'crisis/',
        'draft',
        'flow',
      ),
      ...under(
        'src/app/',
        'interactive',
        'islands/translated',
        'offline/',
        'router',
        'screens',
        'shell',
        'slots',
      ),
      ...under('src/app/', 'use-', 'copy/copy', 'copy/first-words', 'copy/load', 'copy/variables'),
    ],
    but: [
      '.css',
      'core/facts/reasons',
      'src/app/flow/flow-behind',
      ...under('core/request/', 'crisis', 'fields', 'request.', 'to-request'),
      ...under('src/app/offline/', 'background', 'islands', 'forget', 'install', 'register', 'unsaved-code'),
    ],
  },
]

/**
 * The scripts of `core` and `ui` do nothing by being loaded: what nobody uses of them does not come along. Nor do the key
 * exchanges that noble's hybrids make at load and age never asks for, with the curves and sizes that only they use.
 */
export const withoutUnused: RolldownOptions = {
  treeshake: {
    moduleSideEffects: (id: string) => !/\/src\/(core|ui)\/.*\.tsx?$/.test(id),
    manualPureFunctions: ['QSF', 'createKitchenSink', 'ecdhKem'],
  },
}
