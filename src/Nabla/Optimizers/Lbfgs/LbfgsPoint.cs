namespace Nabla;

/// <summary>A function along a direction, at one length of it.</summary>
/// <param name="Length">How far along.</param>
/// <param name="Loss">The value; infinite where it is no number.</param>
/// <param name="Slope">How fast the value grows along the direction.</param>
/// <param name="Gradient">All of the gradient.</param>
internal readonly record struct LbfgsPoint(double Length, double Loss, double Slope, double[] Gradient);
