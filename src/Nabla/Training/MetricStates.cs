namespace Nabla;

/// <summary>
/// The running mean of the loss and the states of the metrics, as variables that a step's program changes.
/// </summary>
internal sealed class MetricStates(string purpose, MetricCollection metrics)
{
    public const string LossName = "loss";

    private readonly Variable _lossSum = new($"{purpose}.{LossName}.sum", Tensor.Scalar(0.0, DType.Float64));
    private long _examples;
    private Variable[][]? _states;

    private Variable[][] States
    {
        get
        {
            metrics.IsSettled = true;
            return _states ??= [.. metrics.Select(metric => metric.CreateState()
                .Select((value, i) => new Variable($"{purpose}.{metric.Name}.{i}", value)).ToArray())];
        }
    }

    /// <summary>Says that a program has counted a batch: their number is known without it.</summary>
    public void Counted(long examples) => _examples += examples;

    /// <summary>Counts one batch; called while a program is traced.</summary>
    public void Update(Tensor loss, Tensor predictions, Tensor targets)
    {
        // The loss is a mean; weighted by its examples, the mean over batches of different sizes is the mean over
        // examples.
        _lossSum.Value += loss.Cast(DType.Float64) * targets.Shape[0];
        for (int i = 0; i < metrics.Count; i++)
        {
            Variable[] state = States[i];
            IReadOnlyList<Tensor> updated = metrics[i].Update(
                [.. state.Select(variable => variable.Value)], predictions, targets);
            for (int j = 0; j < state.Length; j++)
            {
                state[j].Value = updated[j];
            }
        }
    }

    /// <summary>Starts counting anew.</summary>
    public void Reset()
    {
        _lossSum.Value = Tensor.Scalar(0.0, DType.Float64);
        _examples = 0;
        for (int i = 0; i < metrics.Count; i++)
        {
            IReadOnlyList<Tensor> initial = metrics[i].CreateState();
            for (int j = 0; j < initial.Count; j++)
            {
                States[i][j].Value = initial[j];
            }
        }
    }

    /// <summary>What was counted so far.</summary>
    public MetricValues Values() => new(
    [
        (LossName, _lossSum.Value.Item<double>() / _examples),
        .. metrics.Select(
            (metric, i) => (metric.Name, metric.Result([.. States[i].Select(variable => variable.Value)]))),
    ]);
}
