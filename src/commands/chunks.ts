import type { InlineConfig } from 'vite'

type RolldownOptions = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>

/**
 * How the citizen's script is cut into files, so that a poor phone asks for few and only for what it needs: `early` comes
 * with every page, `base` is what the first question of every interactive page is made of; `kept` keeps drafts and messages
 * and `keeping` tells of them there, `sending` holds the schemas and what speaks to the intake, `near` is what a reader comes
 * near to on the way, `shared` what more than one page needs later; each of these pages, what comes after its first questions,
 * its copy, sealing, which the page and its worker share, and the look-out for a crisis are files of their own
 * (src/app/parts.ts). Of these the worker runs `sealing`, `sending`, `kept` and `early`: they must load where there is no document.
 */
export const cut: RolldownOptions = {
  output: {
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          name: 'early',
          test: /vite\/preload-helper|^virtual:copy$|src\/app\/(phone|routes|parts|today|built-on|signs\/answer|leave\/on-leave|islands\/taken-over|offline\/(install|unsaved)\.|draft\/laid|later\.ts|(request|check|draft)\/later\.ts)|locales\/\w+\/language\.json|core\/(calendar\/days|languages|facts\/(status|who)|request\/(cpr|phone|plain|typed)\.)/,
          priority: 3,
        },
        {
          name: 'sending',
          test: /node_modules\/zod\/|core\/contract\/(?!calls)|src\/client\/prove|src\/app\/outbox\/(send|decide)/,
          priority: 2,
        },
        {
          name: 'kept',
          test: /node_modules\/idb\/|core\/contract\/calls|src\/client\/(beside|exchange|proof\/index|proof\/worker\.ts\?|trusted-types)|src\/app\/(proof|sealing\/(beside|worker-address)|phone\/worker|trusted-types|outbox\/(?!send|decide)|kept|build-info|draft\/draft|offline\/update)/,
          priority: 2,
        },
        {
          name: 'keeping',
          test: /src\/ui\/confirm\.|src\/app\/(ask-day|draft\/(keeping|soon|taken-back|use-draft)\.|idle|slots\/fetch|offline\/(fetch|kept|notices|outbox|use-standings|withdrawn))/,
          priority: 2,
        },
        {
          name: 'sealing',
          test: /node_modules\/(age-encryption|@noble|@scure)\/|core\/(sealing\/(?!return-code)|request\/(fields|request\.|to-request))|src\/app\/sealing\/crafts/,
          priority: 1,
        },
        {
          name: 'near',
          test: /src\/app\/(signs\/signs|told\.|pages\/shared\/(short-answers|words|methods)\.)/,
          priority: 2,
        },
        {
          name: 'check',
          test: /src\/app\/check\/(check|fields|steps|use-check-step|result\/(call-now|who-asks)|screens\/(screens|parts|who))\.|core\/eligibility\/(certain|questions)/,
          priority: 2,
        },
        {
          name: 'shared',
          test: /src\/ui\/(code-display|doors|summary-list|text-field|thread|time-picker|waiting|way)\.|src\/app\/(crisis\/crisis-card|slots\/slot-picker)|core\/(calendar\/ics|request\/alias)/,
          priority: 2,
        },
        {
          name: 'base',
          test: /^virtual:municipality|node_modules\/(preact|preact-router|i18next)\/|src\/ui\/.*\.tsx?$|core\/(facts\/(?!reasons)|calendar|request\/(?!crisis|fields|request\.|to-request)|eligibility\/(age-band|limits)|sealing\/return-code)|app\/crisis\/|src\/app\/(at-door|islands\/translated|citizen|interactive|router|call-text|check\/door|coming|copy\/(copy|i18n|load)|draft|flow|offline\/(?!background|islands|forget|install|register|unsaved-code)|screens|shell|slots|use-)/,
          priority: 1,
        },
      ],
    },
  },
}

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
