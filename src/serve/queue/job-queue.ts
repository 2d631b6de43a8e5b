import type { Job } from '../jobs/job.js'

/**
 * What hands jobs from those who ask to those who print, on one machine or on many. A job is done at least once; as its result is named by what it is
 * made from, doing it twice has the effect of once. Jobs for which somebody waits (`urgent`) are taken before those of batches, and what closes a
 * batch before what belongs to others; else the oldest first. While the queue cannot be reached, all of these wait for it.
 */
export interface JobQueue {
  /**
   * Puts jobs on the queue. A job that is there already in the same batch, waiting, running or ended, stays as it is, so that who died in the middle of
   * it can do it again. `closing` is taken once all `jobs` are on the queue and have ended, however they did.
   */
  enqueue(jobs: readonly Job[], options?: EnqueueOptions): Promise<void>
  /** The next job to do, as soon as there is one; undefined once `signal` is aborted. */
  take(signal: AbortSignal): Promise<Lease | undefined>
  /**
   * Ends a lease; nothing happens if it was lost. What is given back is the next to be taken, and counts as no death. `died`: the thread that had it
   * did, and its process tells so; a process that dies itself is missed.
   */
  complete(lease: Lease, end: JobEnd | 'given back' | 'died'): Promise<void>
  /** How jobs stand, in their order; those that the queue does not know, or has forgotten, are `unknown`. */
  list(jobs: readonly JobName[]): Promise<JobStanding[]>
  /** Waits until a job has ended; undefined once `signal` is aborted. One that the queue does not know has `lost` as its end. */
  ended(job: JobName, signal: AbortSignal): Promise<JobEnd | undefined>
  /** Takes jobs off the queue that nobody has begun, which ends them; those that run are told so by the signal of their lease. */
  cancel(jobs: readonly JobName[]): Promise<void>
  /** Removes what is known of jobs that have ended, which is else kept for a day. */
  forget(jobs: readonly JobName[]): Promise<void>
  /** How full it is, and who takes from it. */
  state(): Promise<QueueState>
  /** Leaves the queue; leases that are still held are given back. */
  close(): Promise<void>
}

export interface EnqueueOptions {
  /** Somebody waits for the answer. */
  readonly urgent?: boolean
  readonly closing?: Job
}

/** A job of a batch. */
export type JobName = Pick<Job, 'batch' | 'id'>

/** A job in the hands of somebody who is to do it. It is held as long as its holder lives, however long that takes. */
export interface Lease {
  readonly job: Job
  /** How many died who had it before. */
  readonly deaths: number
  /** Aborted when the job is cancelled, or the lease is lost. */
  readonly signal: AbortSignal
}

/** How a job ended. Of one that was done the result is in the store. */
export type JobEnd =
  | { readonly state: 'done'; readonly ok: boolean; readonly ms: number }
  | { readonly state: 'failed'; readonly reason: FailureReason; readonly message: string }

/**
 * `poison`: whoever had it died, `MOST_DEATHS` times. `timeout`: it took longer than a job may. `cancelled`: nobody wants it any more.
 * `lost`: the queue has forgotten it, since its server has. `store`: its inputs could not be read, or its result not be written. `error`: a fault of the program.
 */
export type FailureReason = 'poison' | 'timeout' | 'cancelled' | 'lost' | 'store' | 'error'

export type JobStanding =
  | { readonly state: 'unknown' | 'waiting' | 'running' }
  | { readonly state: 'ended'; readonly end: JobEnd }

export interface QueueState {
  /** Jobs that can be taken now. */
  readonly waiting: number
  readonly running: number
  /** Those who take from the queue now, by version. */
  readonly workers: Readonly<Record<string, number>>
  /** Jobs that wait for workers of another version than the one of whoever asks, by version. */
  readonly otherVersions: Readonly<Record<string, number>>
}

/** How a job ends that was cancelled. */
export const CANCELLED: JobEnd = { state: 'failed', reason: 'cancelled', message: 'the job was cancelled' }

/** How a job ends that killed whoever had it. */
export const POISON: JobEnd = {
  state: 'failed',
  reason: 'poison',
  message: 'whoever had the job died, each time it was tried',
}

/** The end of a job that the queue does not know. */
export const LOST: JobEnd = { state: 'failed', reason: 'lost', message: 'the queue does not know the job' }

/** Milliseconds that a queue remembers how a job ended: as long as somebody may ask for what came of a batch. */
export const REMEMBERED_MS = 24 * 3600 * 1000

/** A job that has had so many of its holders die is given to nobody any more. */
export const MOST_DEATHS = 3
