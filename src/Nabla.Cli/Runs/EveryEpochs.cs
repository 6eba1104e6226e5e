namespace Nabla.Cli.Runs;

/// <summary>
/// Tells a callback of the end of every so many epochs only: those of small data are shorter than writing a file.
/// </summary>
internal sealed class EveryEpochs(TrainingCallback inner, int every) : TrainingCallback
{
    public override void OnTrainBegin(Trainer trainer) => inner.OnTrainBegin(trainer);

    public override void OnStepEnd(Trainer trainer, double loss) => inner.OnStepEnd(trainer, loss);

    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        if (record.Epoch == 1 || record.Epoch % every == 0)
        {
            inner.OnEpochEnd(trainer, record);
        }
    }
}
