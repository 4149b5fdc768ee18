import type { JSX } from 'preact'
import type { Person } from '../../../core/facts/types.ts'
import { Drawing } from '../../../ui/index.ts'
import { ToldHere } from '../../told.tsx'
import { Points, Run, Say } from '../shared/words.tsx'
import { PlacePicture } from './picture.tsx'

/** Whom one meets: those the municipality shows, and what the standards say of all of them. */
export function PlacePeople({ of: people }: { readonly of: readonly Person[] }): JSX.Element {
  return (
    <>
      {people.length === 0 && <Drawing name="table-talk" />}
      {people.length > 0 && (
        <ul class="people">
          {people.map(({ name, work, picture }) => (
            <li key={name}>
              {/* The name stands beside it: a description would say it twice. */}
              {picture ? <PlacePicture of={picture} shows="" /> : <Drawing name="two-chairs" />}
              <p>
                <strong>{name}</strong>
                <br />
                <ToldHere of={work} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <Run keys={['place:who.background', 'place:who.doctor']} />
      <Say keys={['place:who.learn']} />
      <Points keys={['place:who.talk', 'place:who.habits', 'place:who.family', 'place:who.mind']} />
      <Say keys={['place:who.supervision']} />
      {people.length === 0 && <Say keys={['place:who.ask']} />}
    </>
  )
}
