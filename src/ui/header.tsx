import type { VNode } from 'preact'
import { Icon } from './icon.tsx'

export interface HeaderLink {
  readonly href: string
  readonly label: string
}

export interface LanguageLink extends HeaderLink {
  /** The language it leads to, and is written in. */
  readonly lang: string
  readonly onClick?: ((event: MouseEvent) => void) | undefined
}

export interface HeaderProps {
  /** The product's name, shown beside the lamp. */
  readonly brand: string
  /** Where the name leads; the label is read out after the name. */
  readonly home: HeaderLink
  /** The other languages that the page is in. */
  readonly languages: readonly LanguageLink[]
  readonly urgent: HeaderLink
  readonly leave: HeaderLink
}

/** The top of every page. Urgent help and leaving stay in reach while the page scrolls. */
export function Header({ brand, home, languages, urgent, leave }: HeaderProps): VNode {
  return (
    <header class="header">
      <div class="header-brand">
        <a class="brand" href={home.href}>
          <BrandMark />
          <span class="brand-name">{brand}</span>
          {home.label !== brand && <span class="visually-hidden"> {home.label}</span>}
        </a>
        {languages.map(language => (
          <a
            key={language.lang}
            class="header-link"
            href={language.href}
            hreflang={language.lang}
            lang={language.lang}
            rel="alternate"
            onClick={language.onClick}
          >
            {language.label}
          </a>
        ))}
      </div>
      <div class="header-quick">
        <a class="header-urgent" href={urgent.href}>
          <Icon name="phone" />
          {urgent.label}
        </a>
        <a class="header-leave" href={leave.href} rel="nofollow noreferrer" data-leave="">
          {leave.label}
          <Icon name="leave" />
        </a>
      </div>
    </header>
  )
}

/** A lamp in a window: the light is on, somebody is there. */
function BrandMark(): VNode {
  return (
    <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="drawing-light" d="M6 28V14a10 10 0 0 1 20 0v14z" />
      <path d="M6 28V14a10 10 0 0 1 20 0v14zM3 28h26M12 21l2-6h4l2 6zm4 0v7" />
    </svg>
  )
}
