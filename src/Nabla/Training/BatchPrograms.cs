namespace Nabla;

/// <summary>
/// Compiled programs over one batch of inputs and targets, one for each signature, with memory of their own.
/// </summary>
internal sealed class BatchPrograms(Model model, Func<Tensor, Tensor, IReadOnlyList<Tensor>> trace)
{
    // A run has two: full batches and the last one. More come from changing sizes; a few are kept, each with its
    // memory.
    private const int Capacity = 8;

    private readonly Dictionary<Key, Replay> _programs = [];
    private readonly List<(Func<Tensor, Tensor>? Transform, CompiledFunction Function)> _functions = [];
    private int _revision = -1;
    private Device? _device;
    private Key _lastKey;
    private Replay? _last;

    private bool IsCurrent => _revision == model.Revision && ReferenceEquals(_device, Device.Default);

    /// <summary>The program whose inputs are filled with batches of a data set.</summary>
    public Replay Get(Dataset data, int batchSize)
    {
        TensorSpec inputs = data.InputSpec, targets = data.TargetSpec;
        return _last is { } last
            && IsCurrent
            && _lastKey.Fits(inputs, targets, batchSize, data.Transform)
            ? last
            : Get(new Key(Batch(inputs, batchSize), Batch(targets, batchSize), data.Transform, IsFilled: true));
    }

    /// <summary>
    /// The program whose inputs are bound to tensors of the caller's: another one than is filled, or filling would
    /// overwrite them.
    /// </summary>
    public Replay Get(TensorSpec inputs, TensorSpec targets) =>
        Get(new Key(inputs, targets, Transform: null, IsFilled: false));

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

            program = FunctionFor(key.Transform).Bind(key.Inputs, key.Targets);
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

    private CompiledFunction FunctionFor(Func<Tensor, Tensor>? transform)
    {
        if (_functions.Find(entry => entry.Transform == transform).Function is { } known)
        {
            return known;
        }

        var function = new CompiledFunction(
            batch => trace(transform is null ? batch[0] : transform(batch[0]), batch[1]));
        _functions.Add((transform, function));
        return function;
    }

    private static TensorSpec Batch(TensorSpec example, int size) =>
        example with { Shape = example.Shape.Insert(0, size) };

    private readonly record struct Key(
        TensorSpec Inputs, TensorSpec Targets, Func<Tensor, Tensor>? Transform, bool IsFilled)
    {
        /// <summary>Whether this is the signature of a batch of examples; allocates nothing.</summary>
        public bool Fits(TensorSpec input, TensorSpec target, int size, Func<Tensor, Tensor>? transform) =>
            IsFilled && Inputs.DType == input.DType && Targets.DType == target.DType && Transform == transform
            && IsBatch(Inputs.Shape, input.Shape, size) && IsBatch(Targets.Shape, target.Shape, size);

        private static bool IsBatch(Shape batch, Shape example, int size) =>
            batch.Rank > 0 && batch[0] == size && batch.Extents[1..].SequenceEqual(example.Extents);
    }
}
