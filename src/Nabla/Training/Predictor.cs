namespace Nabla;

/// <summary>
/// A model compiled for inputs of one shape with the weights that it had then: it never changes, and any number of
/// threads may use it at once.
/// </summary>
/// <remarks>
/// <see cref="Model.Compile(Shape)"/> makes one. Use it to serve a trained model; use
/// <see cref="Model.Predict(Tensor, int)"/> while the weights still change, or where batches have all sizes.
/// </remarks>
/// <example><code>
/// Predictor predictor = model.Compile(1, 28, 28);
/// predictor.Run(pixels, scores);                     // spans; allocates nothing
/// Tensor y = predictor.Predict(image);               // tensors, for convenience
/// </code></example>
public sealed class Predictor
{
    private readonly string _subject;
    private readonly FrozenFunction _function;

    internal Predictor(string subject, FrozenFunction function) => (_subject, _function) = (subject, function);

    /// <summary>Type and shape of each input, its batch axis included.</summary>
    public IReadOnlyList<TensorSpec> Inputs => _function.Program.Inputs;

    /// <summary>Type and shape of each result, its batch axis included.</summary>
    public IReadOnlyList<TensorSpec> Outputs => _function.Program.Outputs;

    /// <summary>Bytes of the weights, shared by all callers.</summary>
    public long WeightBytes => _function.ConstantBytes;

    /// <summary>Bytes of intermediate values that each caller at a time needs beside them.</summary>
    public long WorkBytes => _function.PeakBytes;

    /// <summary>Bytes that the predictor takes while one caller uses it, beside inputs and results.</summary>
    public long MemoryBytes => WeightBytes + WorkBytes;

    /// <summary>What the model gives for one input, element by element. Allocates nothing.</summary>
    /// <param name="input">The input in row-major order, read where it lies.</param>
    /// <param name="output">Receives the result; it does not overlap the input.</param>
    /// <exception cref="ShapeMismatchException">A span has another number of elements.</exception>
    /// <exception cref="DTypeMismatchException">The model takes or gives elements of another type.</exception>
    /// <exception cref="InvalidOperationException">
    /// The model has several inputs or results; use <see cref="Bind"/>.
    /// </exception>
    public void Run(ReadOnlySpan<float> input, Span<float> output) => _function.Run(input, output);

    /// <inheritdoc cref="Run(ReadOnlySpan{float}, Span{float})"/>
    public void Run<TInput, TOutput>(ReadOnlySpan<TInput> input, Span<TOutput> output)
        where TInput : unmanaged
        where TOutput : unmanaged =>
        _function.Run(input, output);

    /// <summary>What a model of one input and one result gives.</summary>
    /// <param name="input">
    /// Of the shape that the predictor was compiled for; its batch axis may be missing if it is 1.
    /// </param>
    /// <returns>The result, computed; without its batch axis where the input has none.</returns>
    /// <exception cref="ShapeMismatchException">The input has another shape.</exception>
    public Tensor Predict(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Shape? expected = Inputs is [{ } spec] ? spec.Shape : null;
        return expected is { Rank: > 0 } && expected.Value[0] == 1 && expected.Value.Without(0) == input.Shape
            ? Predict([input.ExpandAxis(0)])[0].Squeeze(0).Evaluate()
            : Predict([input])[0];
    }

    /// <summary>What a model of several inputs or results gives.</summary>
    /// <param name="inputs">Of the shapes that the predictor was compiled for.</param>
    /// <returns>Each result, computed.</returns>
    /// <exception cref="ShapeMismatchException">An input has another shape, or there are more or fewer.</exception>
    public IReadOnlyList<Tensor> Predict(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (Tensor input in inputs)
        {
            ArgumentNullException.ThrowIfNull(input, nameof(inputs));
        }

        if (!inputs.Select(input => input.Spec).SequenceEqual(Inputs))
        {
            string got = inputs.Count == 0 ? "nothing" : string.Join(" and ", inputs.Select(input => input.Spec));
            throw new ShapeMismatchException(
                $"The predictor of {_subject} was compiled for {string.Join(" and ", Inputs)} but got {got}; "
                + "compile another with Compile, or call Predict of the model, which takes batches of any size.",
                [.. inputs.Select(input => input.Shape)]);
        }

        return _function.Invoke(inputs);
    }

    /// <summary>
    /// Memory of one's own for inputs and results, to be filled and run by one thread: for several inputs, and for
    /// results that are read where they lie.
    /// </summary>
    public Replay Bind() => _function.Bind();

    /// <inheritdoc/>
    public override string ToString() =>
        $"{_subject} for {string.Join(" and ", Inputs)}: {ByteText(WeightBytes)} of weights, "
        + $"{ByteText(WorkBytes)} to work in";

    private static string ByteText(long bytes) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MiB");
}
