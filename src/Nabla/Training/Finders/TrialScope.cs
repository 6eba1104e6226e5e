namespace Nabla;

/// <summary>Remembers variables, and puts them back when it is disposed.</summary>
internal sealed class TrialScope(IReadOnlyList<Variable> variables, MetricStates metrics) : IDisposable
{
    private readonly Tensor[] _values = [.. variables.Select(variable => variable.Value)];
    private readonly long _examples = metrics.Examples;

    public void Dispose()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            variables[i].Value = _values[i];
        }

        metrics.Restore(_examples, new Dictionary<string, Tensor>());
    }
}
