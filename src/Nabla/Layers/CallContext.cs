using Nabla.Primitives;

namespace Nabla;

/// <summary>How a layer is called: to train or to predict, and with which random numbers.</summary>
public sealed class CallContext
{
    private readonly Tensor? _step;
    private readonly long _seed;
    private readonly string _path = "";
    private readonly ICollection<Tensor>? _losses;

    private CallContext(Tensor? step, long seed)
    {
        _step = step;
        _seed = seed;
    }

    private CallContext(
        CallContext other, string path, ParameterValues? values, Action<Layer, Tensor>? observer,
        ICollection<Tensor>? losses)
        : this(other._step, other._seed)
    {
        _path = path;
        _losses = losses;
        Values = values;
        Observer = observer;
    }

    /// <summary>Calls that predict: no dropout, no running statistics.</summary>
    public static CallContext Inference { get; } = new(step: null, seed: 0);

    /// <summary>Whether this call is part of training.</summary>
    public bool IsTraining => _step is not null;

    /// <summary>The number of the training step, an int64 scalar: the counter of the random numbers.</summary>
    /// <exception cref="InvalidOperationException">This call is not part of training.</exception>
    public Tensor Step =>
        _step ?? throw new InvalidOperationException("Only training has steps; ask IsTraining first.");

    /// <summary>Where the first values of parameters come from; null leaves it to the outermost layer.</summary>
    internal ParameterValues? Values { get; }

    /// <summary>Is told the result of every layer.</summary>
    internal Action<Layer, Tensor>? Observer { get; }

    /// <summary>Calls that train.</summary>
    /// <param name="step">
    /// The number of the step, an int64 scalar; read it from a <see cref="Variable"/>, so that each step has masks of
    /// its own.
    /// </param>
    /// <param name="seed">The seed of the random numbers.</param>
    public static CallContext Training(Tensor step, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new CallContext(step, seed);
    }

    /// <summary>
    /// The key of the random numbers that the current layer draws for one purpose; with <see cref="Step"/> they are new
    /// in every step.
    /// </summary>
    /// <param name="purpose">Tells the draws of one layer apart.</param>
    public RandomKey Key(string purpose) => new(_seed, _path.Length == 0 ? purpose : $"{_path}.{purpose}");

    /// <summary>This context with random numbers of its own for a part that is no layer of the model.</summary>
    internal CallContext For(string part) =>
        _step is null ? this : new CallContext(_step, unchecked((long)Philox.Key((ulong)_seed, part)));

    /// <summary>Adds a number to the loss, such as a penalty on what the current layer gives.</summary>
    /// <remarks>It counts where somebody collects losses, as training does; a call that predicts drops it.</remarks>
    /// <param name="loss">A floating scalar.</param>
    /// <exception cref="ShapeMismatchException">It is not one number.</exception>
    /// <exception cref="DTypeMismatchException">It is no floating number.</exception>
    public void AddLoss(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        string place = _path.Length == 0 ? "" : $" in '{_path}'";
        if (loss.Shape.ElementCount != 1)
        {
            throw new ShapeMismatchException(
                $"AddLoss takes one number but got {loss.Spec}{place}; sum it up with Sum() or Mean().", loss.Shape);
        }

        if (!loss.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"AddLoss takes a floating number but got {loss.Spec}{place}; cast it with Cast(DType.Float32).",
                loss.DType);
        }

        _losses?.Add(loss.Reshape());
    }

    /// <summary>
    /// Adds a penalty on what the current layer gives, divided by the number of examples, so that it weighs the same
    /// in batches of every size.
    /// </summary>
    /// <param name="regularizer">The penalty; null adds nothing.</param>
    /// <param name="activity">What the layer gives; its first axis is the batch.</param>
    public void AddActivityLoss(Regularizer? regularizer, Tensor activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (regularizer is not null && _losses is not null)
        {
            AddLoss(regularizer.Call(activity) / Math.Max(activity.Rank == 0 ? 1 : activity.Shape[0], 1));
        }
    }

    /// <summary>The same calls, whose layers add their losses to a collection.</summary>
    /// <param name="losses">Receives each loss, a scalar, in the order of the layers.</param>
    /// <example><code>
    /// var losses = new List&lt;Tensor&gt;();
    /// Tensor y = model.Apply(x, CallContext.Training(step).Collecting(losses));
    /// Tensor total = losses.Aggregate(loss.Call(y, targets), (sum, item) =&gt; sum + item);
    /// </code></example>
    public CallContext Collecting(ICollection<Tensor> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        return new CallContext(this, _path, Values, Observer, losses);
    }

    internal CallContext With(ParameterValues values) => new(this, _path, values, Observer, _losses);

    /// <summary>
    /// The same calls, watched: summaries, drawings and timings ask each layer for its result this way.
    /// </summary>
    /// <param name="observer">Is told the result of every layer, each after those within it.</param>
    public CallContext With(Action<Layer, Tensor> observer) => new(this, _path, Values, observer, _losses);

    internal CallContext Within(string path, ParameterValues values) => new(this, path, values, Observer, _losses);
}
