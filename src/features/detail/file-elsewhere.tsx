import { ExternalLink } from 'lucide'
import { useWords } from '../../i18n/i18n.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { detailWords } from './words.ts'

const PROVIDER_SITE = 'https://www.smspartner.fr/'

type FileElsewhereProps = { token: string; onCopyByHand: (text: string) => void }

/** Where the file of a ready rental is, on a server that lets no files through. */
export function FileElsewhere({ token, onCopyByHand }: FileElsewhereProps) {
  const w = useWords(detailWords)
  return (
    <section className="mt-4 rounded-lg bg-ready-tint px-4 py-3" aria-label={w.file}>
      <p className="font-semibold text-ready">{w.elsewhere.title}</p>
      <p className="mt-1">{w.elsewhere.hint}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={PROVIDER_SITE} target="_blank" rel="noreferrer" className="button">
          <Icon of={ExternalLink} className="" />
          <span>{w.elsewhere.open}</span>
        </a>
        <CopyButton words={token} label={w.copy} done={w.copied} onRefused={() => onCopyByHand(token)} />
      </div>
    </section>
  )
}
