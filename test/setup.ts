import fc from 'fast-check'

// The same cases in every run, so that a red test is red for whoever looks next: FC_SEED=N tries others, test/fuzz always does.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_129) })
