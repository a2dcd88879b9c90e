import { describe, expect, it } from 'vitest'
import { partFrom } from '../../src/batch/shard-auto.ts'

const slurm = (id: number, min: number, max: number, step: number, count: number) => ({
  SLURM_ARRAY_TASK_ID: String(id),
  SLURM_ARRAY_TASK_MIN: String(min),
  SLURM_ARRAY_TASK_MAX: String(max),
  SLURM_ARRAY_TASK_STEP: String(step),
  SLURM_ARRAY_TASK_COUNT: String(count),
})

describe('--shard auto', () => {
  it.each([
    [{ DECHAFF_SHARD: '3/8', JOB_COMPLETION_INDEX: '0' }, 3, 8, 'DECHAFF_SHARD=3/8'],
    [slurm(0, 0, 7, 1, 8), 1, 8, 'Slurm, SLURM_ARRAY_TASK_ID=0'],
    [slurm(8, 1, 8, 1, 8), 8, 8, 'Slurm, SLURM_ARRAY_TASK_ID=8'],
    [slurm(5, 1, 8, 2, 4), 3, 4, 'Slurm, SLURM_ARRAY_TASK_ID=5'],
    [{ JOB_COMPLETION_INDEX: '2', DECHAFF_SHARDS: '4' }, 3, 4, 'Kubernetes, JOB_COMPLETION_INDEX=2'],
    [
      { AWS_BATCH_JOB_ARRAY_INDEX: '9', AWS_BATCH_JOB_ARRAY_SIZE: '10' },
      10,
      10,
      'AWS Batch, AWS_BATCH_JOB_ARRAY_INDEX=9',
    ],
    [
      { AWS_BATCH_JOB_ARRAY_INDEX: '1', DECHAFF_SHARDS: '10' },
      2,
      10,
      'AWS Batch, AWS_BATCH_JOB_ARRAY_INDEX=1',
    ],
    [
      { SGE_TASK_ID: '7', SGE_TASK_FIRST: '1', SGE_TASK_LAST: '10', SGE_TASK_STEPSIZE: '3' },
      3,
      4,
      'Grid Engine, SGE_TASK_ID=7',
    ],
    [
      { SGE_TASK_ID: 'undefined', JOB_COMPLETION_INDEX: '0', DECHAFF_SHARDS: '1' },
      1,
      1,
      'Kubernetes, JOB_COMPLETION_INDEX=0',
    ],
  ])('reads %j', (env, index, of, from) => {
    expect(partFrom(env)).toEqual({ index, of, from })
  })

  it.each([
    [{}, /set DECHAFF_SHARD=i\/N/],
    [{ DECHAFF_SHARD: '9/8' }, /"9\/8"/],
    [{ JOB_COMPLETION_INDEX: '2' }, /Kubernetes.*set DECHAFF_SHARDS=N/],
    [{ JOB_COMPLETION_INDEX: '4', DECHAFF_SHARDS: '4' }, /there are 4 parts/],
    [{ JOB_COMPLETION_INDEX: 'x', DECHAFF_SHARDS: '4' }, /whole number/],
    [{ JOB_COMPLETION_INDEX: '0', DECHAFF_SHARDS: '0' }, /there are 0 parts/],
    [{ JOB_COMPLETION_INDEX: '0', DECHAFF_SHARDS: '2', SGE_TASK_ID: '1' }, /Kubernetes and Grid Engine/],
    // sbatch --array=3,7: two tasks of their own count, which are not parts 1 and 2 of 2
    [slurm(7, 3, 7, 1, 2), /no row of numbers.*DECHAFF_SHARD=\$SLURM_ARRAY_TASK_ID\/8/],
  ])('refuses %j', (env, message) => {
    expect(() => partFrom(env)).toThrow(message)
  })
})
