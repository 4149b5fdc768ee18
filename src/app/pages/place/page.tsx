import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { toldText } from '../../../core/facts/told.ts'
import { keptInOrder } from '../../../core/languages.ts'
import type { Place } from '../../../core/facts/types.ts'
import { Actions, Drawing, Heading, LinkButton, Page } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { ToldHere } from '../../told.tsx'
import { NotForEmergencies } from '../shared/not-for-emergencies.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { OpenSection } from '../shared/section.tsx'
import { ShortAnswers } from '../shared/short-answers.tsx'
import { WhereItStands } from '../shared/where-it-stands.tsx'
import { Say, Sentence } from '../shared/words.tsx'
import { mapLink } from './map-link.ts'
import { PlacePeople } from './people.tsx'
import { PlacePicture } from './picture.tsx'

type Props = { readonly of: Place }

/** The page on the house of this municipality. */
export function PlacePage(): JSX.Element {
  return <House of={municipality.place} />
}

/** The house itself: where it is, how one gets in, whom one meets. What the municipality has not said stands as a question to ask. */
export function House({ of: place }: Props): JSX.Element {
  const { t, lang, href } = useCopy()
  return (
    <Page>
      {!place.photo && <Drawing name="house" />}
      <Heading level={1}>{t('place:heading')}</Heading>
      <p class="lead">
        <Sentence id="place:lead" />
      </p>
      {place.photo && (
        <p>
          <PlacePicture of={place.photo} shows={toldText(place.photo.shows, lang)} />
        </p>
      )}
      <OpenSection id="where" heading="place:here.heading">
        <WhereItIs of={place} />
      </OpenSection>
      <OpenSection id="way-in" heading="place:in.heading">
        <Say keys={['place:in.door']} />
        {place.wayIn ? (
          <p>
            <ToldHere of={place.wayIn} />
          </p>
        ) : (
          <Say keys={['place:in.ask']} />
        )}
      </OpenSection>
      <OpenSection id="people" heading="place:who.heading">
        <PlacePeople of={place.people} />
      </OpenSection>
      <OpenSection id="before-you-come" heading="visit:heading">
        <ShortAnswers of="anyone" visit={place.visit} />
      </OpenSection>
      <Actions>
        <LinkButton href={href('contact')}>{t('home:write')}</LinkButton>
        <LinkButton href={href('check')} kind="quiet">
          {t('home:unsure.check')}
        </LinkButton>
      </Actions>
      <NotForEmergencies text="place:emergency.text" link="place:emergency.link" />
      <WhereItStands page="place" label="place:sources" />
    </Page>
  )
}

function WhereItIs({ of: place }: Props): JSX.Element {
  const { t, lang } = useCopy()
  const { phone, hours, web } = place
  return (
    <>
      <p>
        <strong>{place.name}</strong>
        <br />
        {place.street}
        <br />
        {keptInOrder(`${place.postcode} ${place.town}`, lang)}
      </p>
      <div class="flow" data-map="">
        <Actions>
          <LinkButton href={mapLink(place)} kind="quiet">
            {t('place:here.map')}
          </LinkButton>
        </Actions>
        <p class="hint">
          <Sentence id="place:here.mapHint" />
        </p>
      </div>
      {(phone ?? hours ?? web) !== null && (
        <dl class="required">
          {phone && (
            <div>
              <dt>{t('place:here.phone')}</dt>
              <dd>
                <a href={`tel:${phone.number}`}>{keptInOrder(phone.shown, lang)}</a>
              </dd>
            </div>
          )}
          {hours && (
            <div>
              <dt>{t('place:here.hours')}</dt>
              <dd>
                <ToldHere of={hours} />
              </dd>
            </div>
          )}
          {web && (
            <div>
              <dt>{t('place:here.web')}</dt>
              <dd>
                <a href={web} rel="noreferrer">
                  {new URL(web).hostname}
                </a>
              </dd>
            </div>
          )}
        </dl>
      )}
      {!phone && !hours && <OpenMatter id="O-33" ask="place:here.ask" />}
    </>
  )
}
