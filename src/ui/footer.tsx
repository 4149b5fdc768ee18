import type { ComponentChildren, VNode } from 'preact'

export interface FooterLink {
  readonly href: string
  readonly label: string
  readonly lang?: string | undefined
}

export interface FooterProps {
  readonly links: readonly FooterLink[]
  readonly children?: ComponentChildren
}

/** The foot of every page: what is the page's own, then its links. */
export function Footer({ links, children }: FooterProps): VNode {
  return (
    <footer class="footer">
      {children}
      <ul class="footer-links">
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href} lang={link.lang} hreflang={link.lang}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
