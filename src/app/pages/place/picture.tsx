import type { JSX } from 'preact'
import type { Picture } from '../../../core/facts/types.ts'

/** Where a build puts the municipality's own pictures (src/commands/pictures.ts). */
const PICTURES = '/pictures/'

/** A picture of the municipality's, from the app's own address; it takes its room before it comes. */
export function PlacePicture(props: { readonly of: Picture; readonly shows: string }): JSX.Element {
  const { file, width, height } = props.of
  return (
    <img
      src={PICTURES + file}
      width={width}
      height={height}
      alt={props.shows}
      loading="lazy"
      decoding="async"
    />
  )
}
