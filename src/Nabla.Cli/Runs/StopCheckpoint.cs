namespace Nabla.Cli.Runs;

/// <summary>
/// Writes a checkpoint when training was asked to stop. It comes before all other callbacks, which change the model
/// when training ends.
/// </summary>
internal sealed class StopCheckpoint(Checkpoints checkpoints, CancellationToken stop) : TrainingCallback
{
    public override void OnTrainEnd(Trainer trainer)
    {
        if (stop.IsCancellationRequested)
        {
            checkpoints.Write(trainer);
        }
    }
}
