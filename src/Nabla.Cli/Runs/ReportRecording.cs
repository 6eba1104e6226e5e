using Nabla.Studio;

namespace Nabla.Cli.Runs;

/// <summary>Records some of the epochs for the report: small networks take less time than looking at them.</summary>
internal sealed class ReportRecording(RunRecorder recorder, int epochs) : TrainingCallback
{
    private const int Recorded = 25;

    private readonly int _stride = Math.Max(1, epochs / Recorded);
    private EpochRecord? _last;

    public override void OnTrainBegin(Trainer trainer) => recorder.OnTrainBegin(trainer);

    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        _last = record;
        if (record.Epoch == 1 || record.Epoch % _stride == 0)
        {
            Record(trainer, record);
        }
    }

    /// <summary>Makes sure that the last epoch is there, also of a run that goes on after its last one.</summary>
    public void Finish(Trainer trainer)
    {
        if ((_last ?? trainer.History.Last) is { } record)
        {
            Record(trainer, record);
        }
    }

    private void Record(Trainer trainer, EpochRecord record)
    {
        try
        {
            recorder.OnEpochEnd(trainer, record);
        }
        catch (FileWriteException exception)
        {
            trainer.Warn($"No record was written, and training goes on: {exception.Message}");
        }
    }
}
