namespace Nabla;

/// <summary>What a callback remembers over an interruption: numbers and tensors, each by a name.</summary>
public sealed class CallbackState
{
    private readonly Dictionary<string, Tensor> _tensors;

    internal CallbackState() => _tensors = new(StringComparer.Ordinal);

    internal CallbackState(Dictionary<string, Tensor> tensors) => _tensors = tensors;

    /// <summary>The names there are.</summary>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    internal IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    /// <summary>Keeps a number.</summary>
    public void Set(string name, double value) => Set(name, Tensor.Scalar(value, DType.Float64));

    /// <summary>Keeps a tensor.</summary>
    public void Set(string name, Tensor value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _tensors[name] = value;
    }

    /// <summary>A number that was kept.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public double Number(string name) => Get(name).Item<double>();

    /// <summary>A tensor that was kept.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Tensor Get(string name) => _tensors.TryGetValue(name, out Tensor? value)
        ? value
        : throw new KeyNotFoundException($"There is no '{name}', only {string.Join(", ", _tensors.Keys)}.");
}
