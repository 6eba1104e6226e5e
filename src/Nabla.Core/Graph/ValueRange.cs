namespace Nabla.Graph;

/// <summary>What is known of the numbers that an operation gives, whatever it receives.</summary>
public enum ValueRange
{
    /// <summary>Nothing.</summary>
    Any,

    /// <summary>Each is from 0 to 1.</summary>
    Probability,

    /// <summary>Each is from 0 to 1, and along an axis they add up to 1.</summary>
    Distribution,
}
