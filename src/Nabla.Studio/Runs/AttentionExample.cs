namespace Nabla.Studio;

/// <summary>Where a network looked in one example. Pictures are PNG files.</summary>
/// <param name="Example">The number of the example.</param>
/// <param name="Predicted">The class that it found.</param>
/// <param name="Image">The example itself.</param>
/// <param name="GradCam">What spoke for the class, over the example (<see cref="Studio.GradCam"/>).</param>
/// <param name="Saliency">The pixels that the score depends on most (<see cref="Studio.Saliency"/>).</param>
public sealed record AttentionExample(int Example, string Predicted, byte[] Image, byte[] GradCam, byte[] Saliency);
