namespace Nabla.Configuration;

/// <summary>A value that is written into files as its name, such as an activation.</summary>
/// <typeparam name="TSelf">The type of the value.</typeparam>
public interface IConfigurationText<TSelf> where TSelf : IConfigurationText<TSelf>
{
    /// <summary>The name, from which <see cref="Parse"/> makes an equal value.</summary>
    string Name { get; }

    /// <summary>The value of a name.</summary>
    /// <param name="text">The name.</param>
    /// <exception cref="ArgumentException">There is no such value.</exception>
    static abstract TSelf Parse(string text);
}
