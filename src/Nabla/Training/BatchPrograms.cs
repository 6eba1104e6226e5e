namespace Nabla;

/// <summary>
/// Compiled programs over one batch of examples, one for each signature, with memory of their own.
/// </summary>
internal sealed class BatchPrograms(Model model, Func<Batch, BatchTransform?, IReadOnlyList<Tensor>> trace)
{
    // A run has two: full batches and the last one. More come from changing sizes; a few are kept, each with its
    // memory.
    private const int Capacity = 8;

    private readonly Dictionary<Key, Replay> _programs = [];
    private readonly List<(ExampleSpec Spec, BatchTransform? Transform, CompiledFunction Function)> _functions = [];
    private int _revision = -1;
    private Device? _device;
    private Key _lastKey;
    private Replay? _last;

    /// <summary>Whether the programs compiled so far are still what the model says.</summary>
    public bool IsCurrent => _revision == model.Revision && ReferenceEquals(_device, Device.Default);

    /// <summary>
    /// The program whose inputs are filled with batches of examples; allocates nothing when it is known.
    /// </summary>
    public Replay Get(ExampleSpec spec, BatchTransform? transform, int size) =>
        _last is { } last && IsCurrent && ReferenceEquals(_lastKey.Spec, spec) && _lastKey.Size == size
        && ReferenceEquals(_lastKey.Transform, transform) && _lastKey.IsFilled
            ? last
            : Get(new Key(spec, size, transform, IsFilled: true));

    /// <summary>
    /// The program whose inputs are bound to tensors of the caller's: another one than is filled, or filling would
    /// overwrite them.
    /// </summary>
    public Replay Get(Batch batch) => Get(new Key(batch.Spec, checked((int)batch.Count), null, IsFilled: false));

    private Replay Get(Key key)
    {
        if (!IsCurrent)
        {
            Forget();
        }

        if (_last is not null && key == _lastKey)
        {
            return _last;
        }

        if (!_programs.TryGetValue(key, out Replay? program))
        {
            if (_programs.Count == Capacity)
            {
                Forget();
            }

            program = FunctionFor(key.Spec, key.Transform).Bind(key.Spec.Batch(key.Size));
            _programs.Add(key, program);
        }

        (_lastKey, _last) = (key, program);
        return program;
    }

    private void Forget()
    {
        _programs.Clear();
        _functions.Clear();
        _last = null;
        (_revision, _device) = (model.Revision, Device.Default);
    }

    private CompiledFunction FunctionFor(ExampleSpec spec, BatchTransform? transform)
    {
        if (_functions.Find(entry => entry.Transform == transform && entry.Spec == spec).Function is { } known)
        {
            return known;
        }

        var function = new CompiledFunction(columns => trace(spec.Assemble(columns), transform));
        _functions.Add((spec, transform, function));
        return function;
    }

    private readonly record struct Key(ExampleSpec Spec, int Size, BatchTransform? Transform, bool IsFilled);
}
