namespace Nabla.Models;

/// <summary>The network that read the digits on cheques: two convolutions with pooling, three dense layers.</summary>
/// <remarks>
/// With all connections, as everybody builds it today: 61,706 parameters for ten classes of 28 by 28 or 32 by 32 grey
/// images. Images below 32 pixels get a border of 2 first, as the digits of the paper have it. Source: Y. LeCun,
/// L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document recognition, 1998.
/// </remarks>
/// <example><code>
/// Functional model = LeNet5.Create([28, 28, 1]);
/// var trainer = new Trainer(model, new CrossEntropy(), new Adam(1e-3f));
/// </code></example>
public static class LeNet5
{
    private const int FullExtent = 32;
    private const int LeastExtent = 12;

    /// <summary>Creates the model.</summary>
    /// <param name="inputShape">[height, width, channels]: 12 pixels or more in both directions.</param>
    /// <param name="classes">The number of scores.</param>
    /// <param name="activation">What is applied after each layer; <see cref="Activation.Tanh"/> by default.</param>
    /// <param name="seed">Decides all random numbers of the model.</param>
    /// <exception cref="ShapeMismatchException">The shape is no image, or smaller than the model needs.</exception>
    public static Functional Create(Shape inputShape, int classes = 10, Activation? activation = null, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Symbol image = Classifier.Image("LeNet-5", inputShape, LeastExtent);
        activation ??= Activation.Tanh;
        int border = inputShape[0] < FullExtent || inputShape[1] < FullExtent ? 2 : 0;
        Symbol scores = image
            .Then(new Conv2D(6, 5, padding: border, activation: activation) { Name = "conv1" })
            .Then(new AveragePooling2D(2))
            .Then(new Conv2D(16, 5, activation: activation) { Name = "conv2" })
            .Then(new AveragePooling2D(2))
            .Then(new Flatten())
            .Then(new Dense(120, activation) { Name = "fc1" })
            .Then(new Dense(84, activation) { Name = "fc2" })
            .Then(new Dense(classes) { Name = "fc3" });
        return new Functional(image, scores) { Seed = seed };
    }
}
