import { AccountBanner } from './account-banner.tsx'
import { LossBanner } from './loss-banner.tsx'
import { StorageBanner } from './storage-banner.tsx'

/** What concerns the whole board, one line each. */
export function Banners() {
  return (
    <>
      <AccountBanner />
      <LossBanner />
      <StorageBanner />
    </>
  )
}
