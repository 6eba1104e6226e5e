namespace Nabla.Cli.Views;

/// <summary>Tells of every so many epochs only, the first and the last among them.</summary>
internal sealed class SparseProgress(IProgress<TrainingProgress> inner, int every) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        if (value.Record is null || value.Epoch == 1 || value.Epoch == value.Epochs || value.Epoch % every == 0)
        {
            inner.Report(value);
        }
    }
}
