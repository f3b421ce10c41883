import type { ReactNode } from 'react';
import { safeLink } from '../../lib/evals/view/links.ts';
import { Icon } from './icon.tsx';
import { Foreign, ROW_TEXT } from './text.tsx';

interface LinkProps {
  url: string;
  children?: ReactNode;
  className?: string;
  title?: string | undefined;
  label?: string | undefined;
  /** Part of a row's arrow keys instead of a tab stop of its own. */
  roving?: boolean;
}

const roving = { tabIndex: -1, 'data-roving': '' } as const;

/** A link into the Hub, in a new tab: the panel's page stays as it is. */
export function HubLink({ url, children, className = '', title, label, roving: inRow }: LinkProps) {
  return (
    <a
      className={`cc-link ${className}`}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={title}
      aria-label={label}
      {...(inRow && roving)}
    >
      {children}
    </a>
  );
}

/**
 * A link that somebody else wrote. Only http and https become links, always with the host they lead to; anything else
 * stays text, as written.
 */
export function SourceLink({ url, children, className = '', roving: inRow }: LinkProps) {
  const link = safeLink(url);
  if (!link) {
    return (
      <span className={className}>
        {children} <Foreign text={url} most={ROW_TEXT} />
      </span>
    );
  }
  return (
    <a
      className={`cc-link ${className}`}
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      {...(inRow && roving)}
    >
      {children && <span className="cc-link-name">{children}</span>} <span className="cc-host">{link.host}</span>
      <Icon name="outside" size={12} />
    </a>
  );
}
