import type { StoreSettings } from '../serve/store/open-store.js'
import type { Io } from './io.js'

/** What the surroundings of a command say about stores, by the names that the tools of AWS have; the AWS SDK reads the rest itself. */
export function storeSettings({ cwd, env }: Io): StoreSettings {
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || undefined
  const pathStyle = env.AWS_S3_FORCE_PATH_STYLE
  return { cwd, endpoint, ...(pathStyle && { pathStyle: /^(?:1|true|yes)$/i.test(pathStyle) }) }
}
