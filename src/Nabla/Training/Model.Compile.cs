namespace Nabla;

public abstract partial class Model
{
    /// <summary>
    /// Compiles the model for inputs of one shape with the weights that it has now: the fastest way to predict, for any
    /// number of threads at once.
    /// </summary>
    /// <remarks>
    /// Later changes of the weights do not reach the predictor; <see cref="Predict(Tensor, int)"/> follows them.
    /// Normalizations become part of the weights before them, and weights are kept in the form in which kernels read
    /// them. A model that was not built yet is built.
    /// </remarks>
    /// <param name="inputShape">[batch, …]: the shape of the only input, its batch axis included.</param>
    /// <exception cref="ShapeMismatchException">The shape does not fit the model.</exception>
    /// <exception cref="InvalidOperationException">The model changes its state when it predicts.</exception>
    /// <example><code>
    /// Predictor predictor = model.Compile(1, 28, 28);
    /// predictor.Run(pixels, scores);
    /// </code></example>
    public Predictor Compile(params Shape inputShape) =>
        Compile(new TensorSpec(InputSpec?.DType ?? DType.Float32, inputShape));

    /// <summary>Compiles a model of several inputs, or of inputs that are not float32.</summary>
    /// <param name="inputs">Type and shape of each input, its batch axis included.</param>
    /// <inheritdoc cref="Compile(Shape)"/>
    public Predictor Compile(params IReadOnlyList<TensorSpec> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var function = new CompiledFunction(tensors => Apply(tensors, CallContext.Inference));
        return new Predictor(Subject, function.Freeze(inputs));
    }
}
