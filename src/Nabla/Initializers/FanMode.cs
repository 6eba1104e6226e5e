namespace Nabla;

/// <summary>What the variance of first values is divided by.</summary>
public enum FanMode
{
    /// <summary>The inputs that meet in an output: variance is kept forward.</summary>
    In,

    /// <summary>The outputs that an input goes to: variance is kept backward.</summary>
    Out,

    /// <summary>The mean of both.</summary>
    Average,
}
