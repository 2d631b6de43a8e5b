import type { QueuePrinters } from '../serve/build/queue-printers.js'
import type { Io } from './io.js'
import { openQueueAndStore, type QueueAndStoreAddresses } from './open-queue-and-store.js'

/** Opens what prints over a queue. `leave` lets go of queue and store once nothing more is printed. */
export async function openPrinters(
  addresses: QueueAndStoreAddresses,
  note: (message: string) => void,
  io: Io,
): Promise<QueuePrinters & { leave(): Promise<void> }> {
  const { queue, store } = await openQueueAndStore(addresses, io, note)
  const { QueuePrinters } = await import('../serve/build/queue-printers.js')
  const printers = new QueuePrinters({ queue, store, onNotice: note })
  const leave = async () => {
    await printers.close()
    await queue.close()
    await store.close()
  }
  return Object.assign(printers, { leave })
}
