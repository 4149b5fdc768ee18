import type { InlineConfig } from 'vite'

type RolldownOptions = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>

/**
 * How the citizen's script is cut into files, so that a poor phone asks for few and only for what it needs: `early` comes
 * with every page, `kept` keeps drafts and messages, `sending` holds the schemas and what speaks to the intake, `near` is what a
 * reader comes near to on the way, `base` is what every interactive page is made of; each of these pages,
 * its copy, sealing and the look-out for a crisis are files of their own (src/app/parts.ts).
 */
export const cut: RolldownOptions = {
  output: {
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          name: 'early',
          test: /vite\/preload-helper|src\/app\/(phone|routes|parts|copy\/files|today|built-on|signs\/told|leave\/on-leave|islands\/taken-over)|core\/(calendar\/days|languages|facts\/(status|who))/,
          priority: 3,
        },
        {
          name: 'sending',
          test: /node_modules\/zod\/|core\/(contract\/(?!calls)|request\/(fields|request\.|to-request))|src\/client\/prove|src\/app\/outbox\/(send|decide)/,
          priority: 2,
        },
        {
          name: 'kept',
          test: /node_modules\/idb\/|core\/contract\/calls|src\/client\/(exchange|proof\/index|proof\/worker\.ts\?|trusted-types)|src\/app\/(proof|trusted-types|outbox\/(?!send|decide)|kept|build-info|draft\/draft|offline\/(update|unsaved)\.)/,
          priority: 2,
        },
        {
          name: 'near',
          test: /src\/app\/(signs\/signs|pages\/shared\/(short-answers|words|methods)\.)/,
          priority: 2,
        },
        {
          name: 'base',
          test: /^virtual:|node_modules\/(preact|preact-router|i18next)\/|src\/ui\/.*\.tsx?$|core\/(facts|calendar|request\/(?!crisis|fields|request\.|to-request)|eligibility\/(age-band|limits)|sealing\/return-code)|app\/crisis\/|src\/app\/(citizen|router|call-text|check\/door|copy\/(copy|i18n|load)|draft|flow|idle|save-file|offline\/(?!background|islands|forget|install|register)|screens|shell|slots|use-)/,
          priority: 1,
        },
      ],
    },
  },
}

/** `core` does nothing by being loaded: what nobody uses of it does not come along. */
export const withoutUnused: RolldownOptions = {
  treeshake: { moduleSideEffects: (id: string) => !id.includes('/src/core/') },
}
