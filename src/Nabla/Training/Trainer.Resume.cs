namespace Nabla;

public partial class Trainer
{
    /// <summary>Takes up training from the latest checkpoint of a folder, if there is one.</summary>
    /// <remarks>
    /// A checkpoint that was damaged is passed over for the one before, which <see cref="Warned"/> tells. Where
    /// none fits this model and trainer, that is an error.
    /// </remarks>
    /// <param name="folder">The folder of a <see cref="Checkpoints"/> callback.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidFileException">No checkpoint there can be used.</exception>
    public bool Resume(string folder)
    {
        IReadOnlyList<string> files = Checkpoints.In(folder);
        for (int i = 0; i < files.Count; i++)
        {
            try
            {
                ReadCheckpoint(files[i]);
                return true;
            }
            catch (InvalidFileException exception) when (i < files.Count - 1)
            {
                Warn($"{exception.Message} The checkpoint before is used.");
            }
        }

        return false;
    }

    private void RefuseWithinFit()
    {
        if (Current is not null)
        {
            throw new InvalidOperationException(
                "Fit runs already, and was called within itself; from a callback, call Step or Evaluate, or train with "
                + "a trainer of its own.");
        }
    }

    // Other batches than those of the run that wrote the checkpoint would leave examples out, or show some twice.
    private void CheckPosition(FitCall call)
    {
        int batches = _resume.Batches;
        if (call.Data is null || batches == 0)
        {
            return;
        }

        long seen = Math.Min((long)batches * call.BatchSize, call.Data.Count);
        if (seen != _trainingMetrics.Examples)
        {
            throw new InvalidOperationException(
                $"The checkpoint was written within an epoch, after {batches} batches of "
                + $"{_trainingMetrics.Examples} examples in all; in batches of {call.BatchSize} of {call.Data.Count} "
                + $"examples they would be {seen}. Call Fit with the data and the batch size of the run that wrote "
                + "it.");
        }
    }
}
