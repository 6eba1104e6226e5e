using Nabla.Models;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>The networks that are trained here, as <c>peer_networks.py</c> has them.</summary>
internal static class Networks
{
    private const int Classes = 10;

    /// <summary>A step of two convolutions and two dense layers for digits.</summary>
    // A low rate, as the peer's, for the reason that peer_training.py tells.
    public static TrainingStep SmallStep() =>
        new(
            new Sequential
            {
                new Conv2D(32, 3, activation: Activation.Relu),
                new MaxPooling2D(2),
                new Conv2D(64, 3, activation: Activation.Relu),
                new MaxPooling2D(2),
                new Flatten(),
                new Dense(128, Activation.Relu),
                new Dense(Classes),
            },
            [28, 28, 1], new Adam(1e-6), batch: 64);

    /// <summary>A step of ResNet-18 for images of 32 by 32.</summary>
    public static TrainingStep ResNet18Step() =>
        new(ResNet.Of18([32, 32, 3], Classes, smallImages: true), [32, 32, 3], new Sgd(1e-6, momentum: 0.9), batch: 16);
}
