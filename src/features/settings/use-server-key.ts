import { useEffect, useState } from 'react'
import { askServerConfig } from '../../api/server-config.ts'

/** Whether the server has a key of its own, which then counts alone; undefined until it says so. */
export function useServerKey(): boolean | undefined {
  const [serverKey, setServerKey] = useState<boolean>()
  useEffect(() => {
    let isCurrent = true
    void askServerConfig().then(config => isCurrent && setServerKey(config?.serverKey))
    return () => {
      isCurrent = false
    }
  }, [])
  return serverKey
}
